"""Who may open what, written down a second time: a row that is widened by mistake is seen here, and nowhere else."""

from livecompact.people.roles import Role
from livecompact.web.rights import TABLE

SIGNED_IN = """
    check_publish dealing_agree dealing_answer dealing_answer_delete
    dealing_answer_look_over dealing_answer_new dealing_answers_count
    dealing_answers_ours dealing_change dealing_disagree dealing_draft dealing_explain dealing_feedback
    dealing_letter dealing_new dealing_published dealing_reply dealing_told dealing_told_reply dealing_withdraw
    leave_site me
    me_email me_email_code me_leave me_sessions me_ties mfa_activate_totp mfa_add_webauthn mfa_deactivate_totp
    mfa_generate_recovery_codes mfa_index mfa_list_webauthn mfa_reauthenticate mfa_reauthenticate_webauthn
    mfa_remove_webauthn mfa_view_recovery_codes missing_answer missing_new missing_take_back my_data my_data_file
    my_news organisation_calendar organisation_due organisation_funding organisation_funding_add
    organisation_funding_edit organisation_funding_letter organisation_ours organisation_ours_contact
    organisation_ours_leave organisation_ours_members organisation_ours_renew organisation_ours_website
    organisation_own_record people_of_organisation record_something upload upload_columns upload_file
    upload_problems upload_publish upload_stands upload_start upload_undo uploads
"""
"""What only somebody opens who is signed in, or acts for an organisation."""
RUNNING = """
    another_way_request another_way_requests data_complaint_answer data_complaint_longer data_complaints dealing_reached
    dispute_decide disputes entry_erase
    erase_somebody hand_over missing_reached organisation_add organisation_answer organisation_answered
    organisation_contact organisation_details organisation_edit organisation_end organisation_follow
    organisation_number organisation_renew organisations_waiting people_of_compact people_of_site run second_look
    school_holidays second_person unsent workshop workshop_adopt workshop_changes workshop_check workshop_check_build
    workshop_check_end workshop_check_new workshop_check_up workshop_check_write workshop_checks workshop_contacts
    workshop_discard workshop_draft_zip workshop_drop workshop_edition workshop_edition_new workshop_edition_out
    workshop_editions workshop_file workshop_files workshop_logo workshop_logo_out workshop_look workshop_official
    workshop_promise workshop_promise_new workshop_promise_out workshop_promises workshop_publish
    workshop_published workshop_wording workshop_wording_template
"""
"""What only those open who run a Compact or the site: nobody who merely acts for an organisation."""


def closed_to(*roles: Role) -> set[str]:
    return {name for name, row in TABLE.items() if row.roles.isdisjoint(roles)}


def test_what_a_visitor_never_opens():
    assert closed_to(Role.VISITOR) == {*SIGNED_IN.split(), *RUNNING.split()}


def test_what_nobody_opens_who_only_acts_for_an_organisation():
    assert closed_to(Role.VISITOR, Role.PERSON, Role.REPRESENTATIVE) == set(RUNNING.split())
