"""What staff say of an address that readers may not know: is it kept?

Hidden places that have an address keep it: somebody wrote it down, and nobody was asked.
"""

from django.db import migrations, models


def keep_what_is_there(apps, schema_editor):
    hidden = apps.get_model("resources", "Location").objects.filter(visibility="hidden")
    nothing = models.Q(address_1="", address_2="", latitude=None)
    hidden.exclude(nothing).update(keeps_address=True)


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0005_documents'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='location',
            name='area_only_keeps_no_address',
        ),
        migrations.AddField(
            model_name='location',
            name='keeps_address',
            field=models.BooleanField(default=False, verbose_name='keep the exact street and point?'),
        ),
        migrations.AddConstraint(
            model_name='location',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('visibility', 'area'), _negated=True), ('keeps_address', True), models.Q(('address_1', ''), ('address_2', ''), ('latitude', None), ('longitude', None)), _connector='OR'), name='area_only_keeps_no_address', violation_error_message='A place shown as an area keeps no street and no point, unless you say so.'),
        ),
        migrations.RunPython(keep_what_is_there, migrations.RunPython.noop),
    ]
