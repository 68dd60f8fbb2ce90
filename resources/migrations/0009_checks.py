"""Checks are kept, and lists leave out what was checked too long ago.

The index and the cards are made anew after an upgrade (`reindex`), which writes the day each place
leaves the lists. What was checked until now was checked whole, its hours too.
"""

import datetime

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def hours_were_checked_too(apps, schema_editor):
    service = apps.get_model("resources", "Service")
    service.objects.update(hours_checked_on=models.F("last_verified"))


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0008_by_mail"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.RemoveIndex(model_name="nearbyplace", name="nearby_by_need"),
        migrations.AddField(
            model_name="nearbyplace",
            name="leaves_on",
            field=models.DateField(default=datetime.date(9999, 12, 31)),
        ),
        migrations.AddIndex(
            model_name="nearbyplace",
            index=models.Index(
                fields=["need", "band", "x", "y", "z", "leaves_on", "place"],
                name="nearby_by_need",
            ),
        ),
        migrations.AddField(
            model_name="placecard",
            name="hours_checked",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="service",
            name="hours_checked_on",
            field=models.DateField(blank=True, null=True, verbose_name="hours last checked on"),
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("checked_on", models.DateField(verbose_name="checked on")),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("call", "By phone"),
                            ("visit", "By a visit"),
                            ("website", "On its website"),
                            ("peer", "By a peer"),
                        ],
                        max_length=10,
                        verbose_name="checked how",
                    ),
                ),
                ("hours", models.BooleanField(verbose_name="hours")),
                ("phone", models.BooleanField(verbose_name="phone")),
                ("still_there", models.BooleanField(verbose_name="still there")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by whom",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="checks",
                        to="resources.service",
                    ),
                ),
            ],
            options={"verbose_name": "check", "verbose_name_plural": "checks"},
        ),
        migrations.AddIndex(
            model_name="check",
            index=models.Index(fields=["service", "-checked_on"], name="checks_of_a_service"),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("hours", True), ("phone", True), ("still_there", True), _connector="OR"
                ),
                name="check_of_something",
                violation_error_message="Say what was checked: hours, phone or still there.",
            ),
        ),
        migrations.AddConstraint(
            model_name="check",
            constraint=models.CheckConstraint(
                condition=models.Q(("how__in", ["call", "visit", "website", "peer"])),
                name="checked_somehow",
                violation_error_message="Say how it was checked.",
            ),
        ),
        migrations.RunPython(hours_were_checked_too, migrations.RunPython.noop, elidable=True),
    ]
