"""The Standard Safeguarding Dataset, as a folder of CSV or Parquet files: one for each of its tables."""

from __future__ import annotations

from datetime import date

from throughline.returns.kinds import Csv, Return
from throughline.returns.ssd_care_fills import CARE_FILLS
from throughline.returns.ssd_care_tables import (
    SsdCareLeavers,
    SsdClaEpisodes,
    SsdClaPlacement,
    SsdClaReviews,
    SsdClaVisits,
    SsdLegalStatus,
    SsdPermanence,
)
from throughline.returns.ssd_extracts import parts_by_day
from throughline.returns.ssd_fills import FILLS
from throughline.returns.ssd_keys import COULD_HAPPEN_TWICE, KEYS
from throughline.returns.ssd_more_fills import MORE_FILLS, MORE_TABLES
from throughline.returns.ssd_send import SEND_FILLS, SEND_TABLES
from throughline.returns.ssd_tables import (
    SsdAddress,
    SsdAssessmentFactors,
    SsdCinAssessments,
    SsdCinEpisodes,
    SsdContacts,
    SsdCpPlans,
    SsdCpReviews,
    SsdCpVisits,
    SsdDepartment,
    SsdDisability,
    SsdEarlyHelp,
    SsdImmigrationStatus,
    SsdInitialCpConference,
    SsdInvolvements,
    SsdMissing,
    SsdPerson,
    SsdProfessionals,
    SsdS47Enquiry,
)

OTHER_TABLES = "version_number$|json_payload$|dim_person_id$"  # of its version, its sending and its cohort

SSD = Return(
    title="Standard Safeguarding Dataset",
    holds="all that the case system holds, to the day of the extract",
    rank=1,
    files={
        "persons (ssd_person)": SsdPerson,
        "disabilities (ssd_disability)": SsdDisability,
        "immigration statuses (ssd_immigration_status)": SsdImmigrationStatus,
        "addresses (ssd_address)": SsdAddress,
        "contacts (ssd_contacts)": SsdContacts,
        "early help (ssd_early_help_episodes)": SsdEarlyHelp,
        "referrals (ssd_cin_episodes)": SsdCinEpisodes,
        "assessments (ssd_cin_assessments)": SsdCinAssessments,
        "factors (ssd_assessment_factors)": SsdAssessmentFactors,
        "enquiries (ssd_s47_enquiry)": SsdS47Enquiry,
        "conferences (ssd_initial_cp_conference)": SsdInitialCpConference,
        "plans (ssd_cp_plans)": SsdCpPlans,
        "plan reviews (ssd_cp_reviews)": SsdCpReviews,
        "plan visits (ssd_cp_visits)": SsdCpVisits,
        "episodes of care (ssd_cla_episodes)": SsdClaEpisodes,
        "placements (ssd_cla_placement)": SsdClaPlacement,
        "legal statuses (ssd_legal_status)": SsdLegalStatus,
        "care reviews (ssd_cla_reviews)": SsdClaReviews,
        "care visits (ssd_cla_visits)": SsdClaVisits,
        "missing (ssd_missing)": SsdMissing,
        "care leavers (ssd_care_leavers)": SsdCareLeavers,
        "permanence (ssd_permanence)": SsdPermanence,
        "workers (ssd_professionals)": SsdProfessionals,
        "teams (ssd_department)": SsdDepartment,
        "involvements (ssd_involvements)": SsdInvolvements,
        **MORE_TABLES,
        **SEND_TABLES,
    },
    must_have=(SsdPerson,),
    once=KEYS,
    could_happen_twice=COULD_HAPPEN_TWICE,
    passes_over=OTHER_TABLES,
    reads=Csv(
        blanks=("NULL", "null"), fillers=("SSD_PH", "PLACEHOLDER_DATA"), filler_days=(date(1900, 1, 1),)
    ),
    made_by=parts_by_day,
    fills=(*FILLS, *CARE_FILLS, *MORE_FILLS, *SEND_FILLS),
)
