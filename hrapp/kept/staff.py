"""What is written down of staff."""

from .table import table

STAFF = [
    table(
        "Versions",
        "Every text that staff saved, who saved it and when.",
        "hrapp.Version",
        "id kind key number content made_by made_at why published_by published_at",
    ),
    table(
        "Staff",
        "Their names, email and a scrambled password.",
        "auth.User",
        "id password last_login is_superuser username first_name last_name email is_staff"
        " is_active date_joined groups user_permissions",
    ),
    table("Staff groups", "Who may do what.", "auth.Group", "id name permissions"),
    table(
        "What staff may do",
        "A list of acts, such as “change a place”.",
        "auth.Permission",
        "id name content_type codename",
    ),
    table(
        "Staff signed in",
        "Who of the staff is signed in now, and until when.",
        "sessions.Session",
        "session_key session_data expire_date",
    ),
    table(
        "What staff changed",
        "Who changed what, and when.",
        "admin.LogEntry",
        "id action_time user content_type object_id object_repr action_flag change_message",
    ),
    table(
        "Names of these tables",
        "The database’s own list of them.",
        "contenttypes.ContentType",
        "id app_label model",
    ),
    table(
        "Steps that built these tables",
        "Which have been done, and when.",
        "migrations.Migration",
        "id app name applied",
    ),
]
