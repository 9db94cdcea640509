from django.db import migrations

from perdes_flow.storage.append_only import protect


def put_triggers(apps, schema_editor):
    protect(schema_editor)


class Migration(migrations.Migration):

    dependencies = [
        ("perdes", "0001_initial"),
    ]

    operations = [
        migrations.RunPython(put_triggers),
    ]
