from django.db import migrations, models

from perdes_flow.storage.search import search_text, words_of


def fill_words(apps, schema_editor):
    """The words of every draft so far; `perdes reindex` writes them anew from the log."""
    using = schema_editor.connection.alias
    entries = apps.get_model("perdes", "RegisterEntry").objects.using(using)
    words = apps.get_model("perdes", "SearchWord").objects.using(using)
    for row in entries.iterator():
        found = words_of(row.search)
        entries.filter(village=row.village, draft=row.draft).update(search=search_text(found))
        words.bulk_create([words.model(village=row.village, word=word, draft=row.draft) for word in found])


def index_by_bytes(apps, schema_editor):
    """PostgreSQL compares by the language of the database; the beginnings of words are found by their bytes."""
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            'CREATE INDEX perdes_search_word_by_bytes ON perdes_search_word (village, word COLLATE "C", draft)'
        )


class Migration(migrations.Migration):

    atomic = True

    dependencies = [
        ("perdes", "0006_outbox_taken"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                ("pk", models.CompositePrimaryKey("village", "word", "draft", blank=True, editable=False, primary_key=True, serialize=False)),
                ("village", models.CharField(max_length=40)),
                ("word", models.CharField(max_length=60)),
                ("draft", models.CharField(max_length=60)),
            ],
            options={
                "db_table": "perdes_search_word",
                "indexes": [models.Index(fields=["village", "draft"], name="perdes_search_word_of_draft")],
            },
        ),
        migrations.RunPython(fill_words, migrations.RunPython.noop),
        migrations.RunPython(index_by_bytes, migrations.RunPython.noop),
    ]
