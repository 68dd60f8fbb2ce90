"""What is written down of staff."""

from django.utils.translation import gettext_lazy as _

from .table import table

STAFF = [
    table(
        _("Versions"),
        _("Every text that staff saved, who saved it and when."),
        "hrapp.Version",
        "id kind key number content made_by made_at why published_by published_at",
    ),
    table(
        _("Staff"),
        _("Their names, email and a scrambled password."),
        "auth.User",
        "id password last_login is_superuser username first_name last_name email is_staff"
        " is_active date_joined groups user_permissions",
    ),
    table(_("Staff groups"), _("Who may do what."), "auth.Group", "id name permissions"),
    table(
        _("What staff may do"),
        _("A list of acts, such as “change a place”."),
        "auth.Permission",
        "id name content_type codename",
    ),
    table(
        _("Staff signed in"),
        _("Who of the staff is signed in now, and until when."),
        "sessions.Session",
        "session_key session_data expire_date",
    ),
    table(
        _("What staff changed"),
        _("Who changed what, and when."),
        "admin.LogEntry",
        "id action_time user content_type object_id object_repr action_flag change_message",
    ),
    table(
        _("Names of these tables"),
        _("The database’s own list of them."),
        "contenttypes.ContentType",
        "id app_label model",
    ),
    table(
        _("Steps that built these tables"),
        _("Which have been done, and when."),
        "migrations.Migration",
        "id app name applied",
    ),
]
