"""Which version of a draft a person said to have read."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("perdes_web", "0003_email")]

    operations = [
        migrations.CreateModel(
            name="LastRead",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("draft", models.CharField(max_length=60)),
                ("version", models.IntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={"db_table": "perdes_last_read"},
        ),
        migrations.AddConstraint(
            model_name="lastread",
            constraint=models.UniqueConstraint(fields=("account", "draft"), name="perdes_last_read_once"),
        ),
    ]
