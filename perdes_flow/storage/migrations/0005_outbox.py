from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("perdes", "0004_register_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="OutboxEntry",
            fields=[
                ("pk", models.CompositePrimaryKey("village", "key", blank=True, editable=False, primary_key=True, serialize=False)),
                ("village", models.CharField(max_length=40)),
                ("key", models.CharField(max_length=200)),
                ("draft", models.CharField(max_length=60)),
                ("kind", models.CharField(max_length=20)),
                ("person", models.CharField(max_length=16)),
                ("what", models.TextField()),
                ("who", models.TextField()),
                ("until", models.DateField(null=True)),
                ("law", models.TextField()),
                ("at", models.DateTimeField()),
                ("sent", models.DateTimeField(null=True)),
                ("way", models.CharField(max_length=20, default="")),
            ],
            options={
                "db_table": "perdes_outbox",
                "indexes": [models.Index(fields=["village", "sent", "person"], name="perdes_outbox_waiting")],
            },
        ),
    ]
