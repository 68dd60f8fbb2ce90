"""Who sends by mail is asked on every list; states are named by those alone."""

from django.db import migrations, models


def states_mean_by_mail(apps, schema_editor):
    """Whoever named states meant that they send; who said "does not mail" is believed in that."""
    service = apps.get_model("resources", "Service")
    named = service.objects.exclude(mail_states="")
    named.filter(by_mail="unknown").update(by_mail="yes")
    named.filter(by_mail="no").update(mail_states="")


class Migration(migrations.Migration):
    dependencies = [("resources", "0007_at_the_door")]
    operations = [
        migrations.RunPython(states_mean_by_mail, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            model_name="service",
            index=models.Index(
                condition=models.Q(("by_mail", "yes")),
                fields=["name", "id"],
                name="service_by_mail",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.CheckConstraint(
                condition=models.Q(("mail_states", ""), ("by_mail", "yes"), _connector="OR"),
                name="states_of_what_is_mailed",
                violation_error_message="You named states, so say that it sends by mail.",
            ),
        ),
    ]
