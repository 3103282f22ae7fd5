"""The names of bank holidays whose list gives only a key, such as "bank_holidays.good_friday"."""

from django.utils.translation import gettext as _


def holiday_name(name: str) -> str:
    """The name of a bank holiday as people say it."""
    return {
        "bank_holidays.2nd_january": _("2nd January"),
        "bank_holidays.battle_boyne": _("Battle of the Boyne"),
        "bank_holidays.boxing_day": _("Boxing Day"),
        "bank_holidays.christmas": _("Christmas Day"),
        "bank_holidays.early_may": _("Early May bank holiday"),
        "bank_holidays.early_may_ve": _("Early May bank holiday"),
        "bank_holidays.easter_monday": _("Easter Monday"),
        "bank_holidays.good_friday": _("Good Friday"),
        "bank_holidays.kings_coronation": _("King’s Coronation"),
        "bank_holidays.late_august": _("Summer bank holiday"),
        "bank_holidays.new_year": _("New Year’s Day"),
        "bank_holidays.queen_platinum": _("Platinum Jubilee"),
        "bank_holidays.queens_bank_holiday": _("State Funeral of the Queen"),
        "bank_holidays.spring": _("Spring bank holiday"),
        "bank_holidays.st_andrew": _("St Andrew’s Day"),
        "bank_holidays.st_patrick": _("St Patrick’s Day"),
        "bank_holidays.summer": _("Summer bank holiday"),
    }.get(name, name if not name.startswith("bank_holidays.") else _("Bank holiday"))
