"""Makes the storage room known to Django, under the name that its tables and migrations carry."""

from django.apps import AppConfig

LABEL = "perdes"


class StorageConfig(AppConfig):
    name = "perdes_flow.storage"
    label = LABEL
    verbose_name = "Catatan perdes-flow"
