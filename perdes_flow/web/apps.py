"""Makes the web room known to Django: accounts, personal links, sessions, tries."""

from django.apps import AppConfig

LABEL = "perdes_web"


class WebConfig(AppConfig):
    name = "perdes_flow.web"
    label = LABEL
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Halaman perdes-flow"
