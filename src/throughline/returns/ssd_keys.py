"""What a row of each of the dataset's tables is known by, where we read it: no two rows of a child share it.
One contact, enquiry or meeting may be about several children, a row each, so the child is part of it.
Tables that only hang on another, or whose number says nothing to the record, have none here: of those,
rows that are the same in every cell are one.

Source: the columns marked PK of `ssd_tables.csv` in the project's facts."""

from collections.abc import Mapping

from throughline.record.rows import Table
from throughline.returns.ssd_care_tables import (
    SsdClaEpisodes,
    SsdClaPlacement,
    SsdClaReviews,
    SsdClaVisits,
)
from throughline.returns.ssd_more_tables import (
    SsdCinPlans,
    SsdCinVisits,
    SsdClaConvictions,
    SsdClaHealth,
    SsdS251Finance,
)
from throughline.returns.ssd_send import (
    SsdEhcpActivePlans,
    SsdEhcpAssessment,
    SsdEhcpNamedPlan,
    SsdEhcpRequests,
    SsdSend,
)
from throughline.returns.ssd_tables import (
    SsdCinAssessments,
    SsdCinEpisodes,
    SsdContacts,
    SsdCpPlans,
    SsdCpReviews,
    SsdCpVisits,
    SsdDepartment,
    SsdEarlyHelp,
    SsdInitialCpConference,
    SsdInvolvements,
    SsdPerson,
    SsdProfessionals,
    SsdS47Enquiry,
)

KEYS: Mapping[type[Table], tuple[str, ...]] = {
    SsdPerson: ("pers_person_id",),
    SsdContacts: ("cont_contact_id", "cont_person_id"),
    SsdEarlyHelp: ("earl_episode_id", "earl_person_id"),
    SsdCinEpisodes: ("cine_referral_id", "cine_person_id"),
    SsdCinAssessments: ("cina_assessment_id", "cina_person_id"),
    SsdCinPlans: ("cinp_cin_plan_id", "cinp_person_id"),
    SsdCinVisits: ("cinv_cin_visit_id", "cinv_person_id"),
    SsdS47Enquiry: ("s47e_s47_enquiry_id", "s47e_person_id"),
    SsdInitialCpConference: ("icpc_icpc_id", "icpc_person_id"),
    SsdCpPlans: ("cppl_cp_plan_id", "cppl_person_id"),
    SsdCpReviews: ("cppr_cp_review_id", "cppr_person_id"),
    SsdCpVisits: ("cppv_cp_visit_id", "cppv_person_id"),
    SsdClaEpisodes: ("clae_cla_episode_id", "clae_person_id"),
    SsdClaPlacement: ("clap_cla_placement_id",),
    SsdClaReviews: ("clar_cla_review_id", "clar_cla_id"),
    SsdClaVisits: ("clav_cla_visit_id", "clav_person_id"),
    SsdClaHealth: ("clah_health_check_id", "clah_person_id"),
    SsdClaConvictions: ("clac_cla_conviction_id", "clac_person_id"),
    SsdS251Finance: ("s251_table_id",),
    SsdProfessionals: ("prof_professional_id",),
    SsdDepartment: ("dept_team_id",),
    SsdInvolvements: ("invo_involvements_id", "invo_person_id"),
    SsdSend: ("send_table_id",),
    SsdEhcpRequests: ("ehcr_ehcp_request_id",),
    SsdEhcpAssessment: ("ehca_ehcp_assessment_id",),
    SsdEhcpNamedPlan: ("ehcn_named_plan_id",),
    SsdEhcpActivePlans: ("ehcp_active_ehcp_id",),
}
# Of these two may be on one day for one child, and without their numbers nothing tells them apart.
COULD_HAPPEN_TWICE: frozenset[type[Table]] = frozenset({SsdContacts, SsdCinVisits, SsdCpVisits, SsdClaVisits})
