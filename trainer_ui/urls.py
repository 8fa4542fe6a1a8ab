"""The pages people see. Sign-in pages are allauth's and stand in config.urls."""

from django.urls import path, re_path

from trainer_ui import (
    component_views,
    debrief_views,
    draft_views,
    handbook_views,
    hint_views,
    practice_views,
    print_views,
    replay_views,
    share_views,
    template_views,
    views,
)

app_name = "trainer_ui"
urlpatterns = [
    path("", views.show_home, name="home"),
    path("guide/not-now/", views.decline_guide, name="decline_guide"),
    path("scenarios/<int:version_id>/", views.show_brief, name="brief"),
    path("runs/<int:run_id>/", views.show_desk, name="desk"),
    path("runs/<int:run_id>/drafts/", draft_views.share_drafts, name="drafts"),
    path("runs/<int:run_id>/hints/", hint_views.give_hint, name="hints"),
    path("runs/<int:run_id>/debrief/", debrief_views.show_debrief, name="debrief"),
    path("runs/<int:run_id>/debrief/replies/<int:seq>/", debrief_views.show_reply, name="reply"),
    path("runs/<int:run_id>/debrief/weights/", debrief_views.show_weights, name="weights"),
    path("runs/<int:run_id>/delete/", debrief_views.delete_run, name="delete"),
    path("runs/<int:run_id>/debrief/again/", debrief_views.try_again, name="again"),
    path("runs/<int:run_id>/debrief/replay/", replay_views.show_replay, name="replay"),
    path("runs/<int:run_id>/debrief/replay/frames.json", replay_views.send_frames, name="frames"),
    path("runs/<int:run_id>/debrief.pdf", print_views.send_pdf, name="pdf"),
    path("runs/<int:run_id>/links/", share_views.show_links, name="links"),
    path("runs/<int:run_id>/links/<int:link_id>/revoke/", share_views.delete_link, name="revoke"),
    re_path(r"^shared/(?P<token>[A-Za-z0-9_-]{43})/$", share_views.show_shared, name="shared"),
    path("runs/<int:run_id>/pictures/<int:seq>.svg", views.show_picture, name="picture"),
    path("runs/<int:run_id>/objections/", views.object_to_finding, name="object"),
    path("own/data.json", practice_views.send_own_json, name="own_json"),
    path("own/replies.csv", practice_views.send_own_csv, name="own_csv"),
    path("own/templates/", template_views.show_templates, name="templates"),
    path("own/templates/<int:template_id>/", template_views.change_one, name="template"),
    path("own/templates/delete/", template_views.delete_all, name="templates_delete"),
    path("own/templates.csv", template_views.send_templates, name="templates_csv"),
    path("handbook/", handbook_views.show_handbook, name="handbook_start"),
    path("handbook/<slug:page>/", handbook_views.show_handbook, name="handbook"),
    path("own/articles/", practice_views.show_proposals, name="proposals"),
    path("progress/", practice_views.show_progress_page, name="progress"),
    path("objections/", views.show_objections, name="objections"),
    path("components/", component_views.show_components, name="components"),
    path("components/pictures/<int:seq>.svg", component_views.show_component_picture, name="component_picture"),
    path("i18n/", views.set_language, name="set_language"),
]
