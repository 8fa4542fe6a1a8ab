from django.apps import AppConfig

from config import checks


class ConfigConfig(AppConfig):
    name = "config"
    # Importing them has registered them; naming them here keeps the import honest.
    system_checks = (checks.check_installation, checks.check_database)
