"""Styles and scripts, to be kept by the browser for good: another content has another address."""

from django.http import Http404, HttpRequest, HttpResponse

from perdes_flow.web.assets import assets


def worker(request: HttpRequest) -> HttpResponse:
    """The script that keeps texts readable without a signal: at the top, so that it may answer for every page."""
    answer = HttpResponse(assets()["sw.js"].data, content_type="text/javascript")
    answer["Cache-Control"] = "no-cache"
    return answer


def show(request: HttpRequest, stamp: str, name: str) -> HttpResponse:
    asset = assets().get(name)
    if asset is None or asset.stamp != stamp:
        raise Http404
    packed = bool(asset.packed) and "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(asset.packed if packed else asset.data, content_type=asset.media_type)
    if packed:
        answer["Content-Encoding"] = "gzip"
    answer["Vary"] = "Accept-Encoding"
    answer["Cache-Control"] = "public, max-age=31536000, immutable"
    return answer
