from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("perdes", "0005_outbox"),
    ]

    operations = [
        migrations.AddField(
            model_name="outboxentry",
            name="taken",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="outboxentry",
            name="tries",
            field=models.IntegerField(default=0, db_default=0),
        ),
    ]
