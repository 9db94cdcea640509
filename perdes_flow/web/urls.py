"""Every route of the table behind the gate (the table itself is in `routes`), and the API, which has its own door."""

from django.urls import path

from perdes_flow.web.access.gate import guarded
from perdes_flow.web.api.service import api
from perdes_flow.web.routes import ROUTES

urlpatterns = [
    path("api/", api.urls),
    *(path(route.path, guarded(route), name=route.name) for route in ROUTES),
]

handler400 = "perdes_flow.web.pages.galat.bad_request"
handler403 = "perdes_flow.web.pages.galat.forbidden"
handler404 = "perdes_flow.web.pages.galat.not_there"
handler500 = "perdes_flow.web.pages.galat.broken"
