from django.apps import AppConfig


class TrainerUiConfig(AppConfig):
    name = "trainer_ui"
