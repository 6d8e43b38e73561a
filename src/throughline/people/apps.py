"""This room, as Django knows it."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People, their rights, and the access log."""

    name = "throughline.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
