"""Tells Django of the room."""

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Organisations, their identifiers, and what they have signed."""

    name = "livecompact.register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let this room compose its letters, and its organisations be followed."""
        from livecompact.record.joining import can_be_followed  # noqa: PLC0415 (it has tables: only once apps are ready)
        from livecompact.record.letters import register  # noqa: PLC0415 (it has tables, so only once apps are ready)
        from livecompact.register import letters as answers  # noqa: PLC0415
        from livecompact.register import second  # noqa: PLC0415
        from livecompact.register.findable import named  # noqa: PLC0415
        from livecompact.register.joining import letters  # noqa: PLC0415

        second.join()
        can_be_followed("organisation", named)
        register(letters.CHECKED, letters.taken_in)
        register(letters.WAITS, letters.waits)
        for reason, compose in (
            (answers.APPROVED, answers.approved),
            (answers.ASKED, answers.asked),
            (answers.DECLINED, answers.declined),
            (answers.RENEW, answers.renew),
            (answers.BECAME, answers.became),
            (answers.RENEW_BY_LINK, answers.renew_by_link),
            (answers.SIGNED_FOR, answers.signed_for),
            (answers.CHARITY_TOLD, answers.charity_told),
        ):
            register(reason, compose)
