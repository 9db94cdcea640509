from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("perdes_web", "0005_access_token")]

    operations = [
        migrations.AddField("account", "pin_since", models.DateTimeField(null=True)),
        migrations.AddField("account", "pin_from", models.CharField(blank=True, max_length=16, default=""), preserve_default=False),
    ]
