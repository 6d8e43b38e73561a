"""Little published files in the Department's own layouts."""

import gzip

LEADING = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,"
    "old_la_code,new_la_code,la_name"
)
ENGLAND = "Reporting year,National,E92000001,England,,,,,"
NORTH_EAST = "Reporting year,Regional,E92000001,England,E12000001,North East,,,"
REDCAR = (
    "Reporting year,Local authority,E92000001,England,E12000001,North East,807,E06000003,Redcar and Cleveland"
)
HARTLEPOOL = REDCAR.replace("807,E06000003,Redcar and Cleveland", "805,E06000001,Hartlepool")
D5 = LEADING + ",category,CPP_At31,2_years_or_more,2_years_or_more_percent"
PLANS = "\n".join(
    (
        D5,
        f"2018,{ENGLAND},By time,53790,1800,3.4",
        f"2018,{NORTH_EAST},By time,3470,40,1.2",
        f"2018,{REDCAR},By time,156,c,c",
        f"2018,{HARTLEPOOL},By time,152,0,0",
        f"2017,{REDCAR},By time,200,z,k",
    )
)
LAIT = "\n".join(
    (
        "code,year,area,value,la_number,region,Topic",
        "CPP_Num,2018,Redcar and Cleveland,1.56E2,807.0,North East,Child Protection",
        "CPP_Num,2018,North East,3470,980.0,NA,Child Protection",
        "CPP_Num,2018,London (Inner),-,987.0,NA,Child Protection",
        "CPP_Num,2018,England,53790,970.0,NA,Child Protection",
        "CPP_Num,0,England,7,970.0,NA,Child Protection",
        "LACFinance,2017-18 (OT),Redcar and Cleveland,920,807.0,North East,Finance",
    )
)


def written(folder, name, text):
    """A file of this text, packed where its name says so."""
    file = folder / name
    raw = text if isinstance(text, bytes) else text.encode()
    file.write_bytes(gzip.compress(raw, mtime=0) if name.endswith(".gz") else raw)
    return file
