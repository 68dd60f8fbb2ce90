"""More that is asked at the door; and of an address that readers may not know, whether it is kept.

Hidden places that have an address keep it: somebody wrote it down, and nobody was asked.
"""

from django.db import migrations, models


def keep_what_is_there(apps, schema_editor):
    hidden = apps.get_model("resources", "Location").objects.filter(visibility="hidden")
    nothing = models.Q(address_1="", address_2="", latitude=None)
    hidden.exclude(nothing).update(keeps_address=True)


class Migration(migrations.Migration):

    dependencies = [
        ('resources', '0006_reports'),
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
        migrations.AddField(
            model_name='service',
            name='bags',
            field=models.CharField(choices=[('unknown', 'Bags: not known. Ask.'), ('ok', 'Bags OK'), ('small', 'Small bags only'), ('searched', 'Bags are searched'), ('no', 'No bags inside')], default='unknown', max_length=20, verbose_name='bags'),
        ),
        migrations.AddField(
            model_name='service',
            name='for_others',
            field=models.CharField(choices=[('unknown', 'For friends: not known. Ask.'), ('yes', 'You can take some for friends'), ('no', 'Only for you')], default='unknown', max_length=20, verbose_name='for friends'),
        ),
        migrations.AddField(
            model_name='service',
            name='gender',
            field=models.CharField(choices=[('unknown', 'Gender: not known. Ask.'), ('all', 'All genders'), ('women', 'Women only'), ('women_trans', 'Women, trans and nonbinary people'), ('men', 'Men only'), ('apart', 'Women and men apart')], default='unknown', max_length=20, verbose_name='gender'),
        ),
        migrations.AddField(
            model_name='service',
            name='wait',
            field=models.CharField(choices=[('unknown', 'Wait: not known. Ask.'), ('none', 'Most days no wait'), ('short', 'Most days under 30 minutes'), ('long', 'Most days over 30 minutes'), ('wait_list', 'There is a wait list')], default='unknown', max_length=20, verbose_name='wait'),
        ),
        migrations.AddConstraint(
            model_name='service',
            constraint=models.CheckConstraint(condition=models.Q(('id_required__in', ['unknown', 'no', 'asks', 'yes']), ('names_asked__in', ['unknown', 'no', 'code', 'name']), ('cost__in', ['unknown', 'free', 'sliding', 'insurance', 'pay']), ('intake__in', ['unknown', 'walk_in', 'call_first', 'appointment', 'referral']), ('wait__in', ['unknown', 'none', 'short', 'long', 'wait_list']), ('syringe_model__in', ['unknown', 'needs_based', 'one_for_one_plus', 'one_for_one', 'pharmacy_sale']), ('for_others__in', ['unknown', 'yes', 'no']), ('insurance__in', ['unknown', 'not_needed', 'medicaid', 'private']), ('sobriety__in', ['unknown', 'not_required', 'required']), ('police__in', ['unknown', 'no', 'yes']), ('gender__in', ['unknown', 'all', 'women', 'women_trans', 'men', 'apart']), ('bags__in', ['unknown', 'ok', 'small', 'searched', 'no']), ('delivery__in', ['unknown', 'fixed', 'mobile', 'outreach', 'home']), ('by_mail__in', ['unknown', 'no', 'yes'])), name='door_choices_are_ours', violation_error_message='One of the answers is not a choice. Pick it anew.'),
        ),
        migrations.RunPython(keep_what_is_there, migrations.RunPython.noop),
    ]
