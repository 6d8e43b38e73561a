"""Money: what a placement costs."""

from throughline.record.columns import Id, Text
from throughline.record.rows import Reference


class Section251(Reference):
    """A placement’s line in the council’s statement of what it spends (section 251). The dataset names the
    placement, and keeps four places whose meaning it has not yet said."""

    line = Id("The line", ssd="s251_table_id")
    placement = Id("The placement", ssd="s251_cla_placement_id", required=True)
    first = Text("Not yet defined in the dataset", ssd="s251_placeholder_1")
    second = Text("Not yet defined in the dataset", ssd="s251_placeholder_2")
    third = Text("Not yet defined in the dataset", ssd="s251_placeholder_3")
    fourth = Text("Not yet defined in the dataset", ssd="s251_placeholder_4")
