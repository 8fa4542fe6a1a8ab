"""What is wrong with a template or a table of them, in words."""

from django.utils.translation import gettext

from simulator.services.own_templates import LONGEST_TEMPLATE, LONGEST_TITLE, MOST_CHARACTERS, MOST_TEMPLATES
from trainer_ui.core.template_files import Problem

LIMITS = {"title": LONGEST_TITLE, "text": LONGEST_TEMPLATE, "most": MOST_TEMPLATES, "characters": MOST_CHARACTERS}


def explain_fault(code: str) -> str:
    """The sentence for one of simulator.services.own_templates.FAULTS."""
    return {
        "language": gettext("The language has to be de or en."),
        "title": gettext("The title is missing."),
        "text": gettext("The text is missing."),
        "title_long": gettext("The title is too long: at most %(title)s characters."),
        "text_long": gettext("The text is too long: at most %(text)s characters."),
        "characters": gettext("There is a character in it that cannot be stored."),
        "too_many": gettext("That is too many: at most %(most)s templates per language."),
        "too_much": gettext(
            "That is too much text: at most %(characters)s characters per language, all templates together."
        ),
        "taken": gettext("Another template has this title already."),
        "unknown": gettext("There is no such template."),
    }[code] % LIMITS


def explain_problem(problem: Problem) -> str:
    """The sentence for what is wrong with a table, with its line."""
    words = {
        "no_file": gettext("Please choose a file."),
        "no_rows": gettext("The table has no row below its head."),
        "large": gettext("The file is too large: at most %(kilobytes)s kB."),
        "encoding": gettext("This is no text. Please save the table as CSV (UTF-8)."),
        "head": gettext(
            "The first line has to name the columns title and text (and language, if you like). It says: %(found)s"
        ),
        "quotes": gettext("A quotation mark is not closed, or stands in the middle of a cell. Nothing below was read."),
        "columns": gettext("%(found)s cells, where the head has %(expected)s columns."),
        "twice": gettext("The title stands in line %(first)s already."),
        "many": gettext("More than %(most)s rows. Nothing below was read."),
    }
    said = words[problem.code] % problem.params if problem.code in words else explain_fault(problem.code)
    return gettext("Line %(line)s: %(said)s") % {"line": problem.line, "said": said} if problem.line else said
