"""The door for a WSGI server. `make run` opens it with granian."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hrapp.settings")
application = get_wsgi_application()

# What is loaded by now stays for good: looking through it for garbage, again and again, was a
# seventh of what a list costs.
gc.collect()
gc.freeze()
gc.set_threshold(10_000, 20, 50)
