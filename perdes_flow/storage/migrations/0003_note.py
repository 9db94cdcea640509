from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("perdes", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="Note",
            fields=[
                ("pk", models.CompositePrimaryKey("village", "draft", "person", "number", blank=True, editable=False, primary_key=True, serialize=False)),
                ("village", models.CharField(max_length=40)),
                ("draft", models.CharField(max_length=60)),
                ("person", models.CharField(max_length=16)),
                ("number", models.IntegerField()),
                ("version", models.IntegerField()),
                ("address", models.CharField(max_length=300)),
                ("quote", models.TextField()),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("key", models.CharField(max_length=200)),
            ],
            options={
                "db_table": "perdes_note",
                "constraints": [models.UniqueConstraint(fields=("village", "key"), name="perdes_note_kept_once")],
            },
        ),
    ]
