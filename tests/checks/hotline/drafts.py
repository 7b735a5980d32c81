"""Openings of articles that the hotline tests share, in our own words."""

SIGNS = """\
# Signs of sex trafficking

Traffickers lure victims with false jobs. A victim of trafficking may not see herself as one.

"""

CAR_WASH = """\
# Slavery behind the car wash

Men were forced to work twelve hours a day at a car wash. Modern slavery hides in plain sight.

"""

FARM = """\
# Forced labor on farms

Workers from abroad are held in forced labor on farms. Their employers keep their passports and pay no wage.

"""

NATIONAL = "Call the National Human Trafficking Hotline at 1-888-373-7888."
