"""The door for a WSGI server. `make run` opens it with granian."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hrapp.settings")
application = get_wsgi_application()
