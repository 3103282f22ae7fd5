"""Tells Django of the room."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DealingsConfig(AppConfig):
    """The room has a check that keeps nothing, and the records of what was done, each judged by its Compacts."""

    name = "livecompact.dealings"

    def ready(self) -> None:
        """Let this room compose its letters."""
        from livecompact.dealings.actions import missing  # noqa: PLC0415 (as above)
        from livecompact.dealings.actions.disputing import DISPUTED  # noqa: PLC0415 (it has tables: only once apps are ready)
        from livecompact.dealings.actions.settling import SETTLED  # noqa: PLC0415 (as above)
        from livecompact.dealings.deciding import second as decisions  # noqa: PLC0415 (as above)
        from livecompact.dealings.reminding.joining import join as join_reminding  # noqa: PLC0415 (as above)
        from livecompact.dealings.second_person import joining as second  # noqa: PLC0415 (as above)
        from livecompact.dealings.speaking import letters, missing_letters  # noqa: PLC0415 (as above)
        from livecompact.record.letters import register  # noqa: PLC0415 (as above)

        second.join()
        decisions.join()
        from livecompact.dealings.actions import answering_early as early  # noqa: PLC0415 (as above)
        from livecompact.dealings.actions import telling_first as first  # noqa: PLC0415 (as above)
        from livecompact.dealings.actions import telling_who_answered as answered  # noqa: PLC0415 (as above)
        from livecompact.dealings.embargo import letters as told  # noqa: PLC0415 (as above)
        from livecompact.dealings.responding import letters as answers  # noqa: PLC0415 (as above)
        from livecompact.record import sweeping  # noqa: PLC0415 (as above)

        register(first.WILL_CHANGE, told.will_change)
        register(first.RECORDED, told.recorded)
        register(first.SHORT_NOTICE, told.short_notice)
        register(early.GROUP_ANSWERED, told.answered)
        register(answered.YOU_SAID, answers.what_changed, called=_("What changed after a consultation"))
        sweeping.register(first.publish_due)
        register(DISPUTED, letters.dispute_begun)
        register(SETTLED, letters.dispute_settled)
        register(missing.SAID, missing_letters.said)
        register(missing.STANDS, missing_letters.stands)
        register(missing.ANSWERED, missing_letters.answered)
        join_reminding()
