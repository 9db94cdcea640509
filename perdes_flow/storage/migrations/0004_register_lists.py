from django.db import migrations, models

# The offices as the register wrote them so far.
OFFICES = {
    "penyusun naskah": "penyusun",
    "Kepala Desa": "kades",
    "Sekretaris Desa": "sekdes",
    "Ketua BPD": "ketua_bpd",
    "Sekretaris BPD": "sekretaris_bpd",
    "anggota BPD": "anggota_bpd",
    "evaluator kabupaten": "evaluator",
}


def fill_waiting(apps, schema_editor):
    """What waits for whom, from the sentence; `perdes reindex` writes it anew from the log."""
    entries = apps.get_model("perdes", "RegisterEntry").objects.using(schema_editor.connection.alias)
    waiting = apps.get_model("perdes", "Waiting").objects.using(schema_editor.connection.alias)
    for row in entries.filter(final=False).iterator():
        roles = [code for words, code in OFFICES.items() if words in row.waiting_for]
        entries.filter(village=row.village, draft=row.draft).update(waiting=" ".join(roles))
        for role in roles:
            waiting.create(village=row.village, role=role, draft=row.draft, due=row.due)


class Migration(migrations.Migration):

    dependencies = [
        ("perdes", "0003_note"),
    ]

    operations = [
        migrations.AddField("registerentry", "due_what", models.TextField(default="")),
        migrations.AddField("registerentry", "due_unit", models.CharField(default="", max_length=10)),
        migrations.AddField("registerentry", "waiting", models.TextField(default="")),
        migrations.RemoveIndex("registerentry", "perdes_register_state"),
        migrations.AddIndex("registerentry", models.Index(fields=["village", "state", "updated", "draft"], name="perdes_register_by_state")),
        migrations.AddIndex("registerentry", models.Index(fields=["village", "updated", "draft"], name="perdes_register_by_time")),
        migrations.CreateModel(
            name="Waiting",
            fields=[
                ("pk", models.CompositePrimaryKey("village", "role", "draft", blank=True, editable=False, primary_key=True, serialize=False)),
                ("village", models.CharField(max_length=40)),
                ("role", models.CharField(max_length=32)),
                ("draft", models.CharField(max_length=60)),
                ("due", models.DateField(null=True)),
            ],
            options={
                "db_table": "perdes_waiting",
                "indexes": [
                    models.Index(fields=["village", "role", "due", "draft"], name="perdes_waiting_by_due"),
                    models.Index(fields=["village", "draft"], name="perdes_waiting_of_draft"),
                ],
            },
        ),
        migrations.RunPython(fill_waiting, migrations.RunPython.noop),
    ]
