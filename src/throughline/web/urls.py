"""Every address of the site. All need a sign-in, unless the view itself says otherwise."""

from django.urls import path

from throughline.web import answering, comparing, downloads, figures, reporting, searching, showing, views

urlpatterns = [
    path("sign-in", views.sign_in, name="sign_in"),
    path("sign-out", views.sign_out, name="sign_out"),
    path("", showing.home, name="home"),
    *reporting.report_routes(),
    path("find/", searching.find, name="find"),
    path("downloads/lists/<slug:name>/", downloads.download_list, name="download_list"),
    path("downloads/children/<slug:measure>/", downloads.download_children, name="download_children"),
    path("downloads/figures/<slug:measure>/", downloads.download_figures, name="download_figures"),
    path("downloads/published/<slug:series>/", downloads.download_published, name="download_published"),
    path("downloads/catalogue.<slug:form>", downloads.download_catalogue, name="download_catalogue"),
    path("downloads/faults/", downloads.download_faults, name="download_faults"),
    path("downloads/conflicts/", downloads.download_conflicts, name="download_conflicts"),
    path("compare/<slug:measure>/", comparing.compare, name="compare"),
    path("figures/", figures.figures, name="figures"),
    path("questions/answer/", answering.answer_question, name="answer_question"),
    *showing.page_routes(),
]

handler400 = "throughline.web.views.bad_request"
handler403 = "throughline.web.views.not_allowed"
handler404 = "throughline.web.views.not_found"
handler500 = "throughline.web.views.failed"
