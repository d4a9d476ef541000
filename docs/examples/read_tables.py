"""Reads metrics.csv and zones.csv and asks whether roughness fell: paired, and with a mixed model.

    ./dorsum batch docs/examples/samples.csv --out target/example/metrics.csv --long target/example/zones.csv
    python3 docs/examples/read_tables.py target/example

Needs pandas, scipy and statsmodels (Debian: python3-pandas, python3-statsmodels).
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
import statsmodels.formula.api as smf
from scipy import stats

folder = Path(sys.argv[1])

# Empty is missing and nothing else is: a subject called "NA" or "None" stays a text.
text = {"file": str, "subject": str, "session": str, "hand": str}
csv = dict(dtype=text, keep_default_na=False, na_values=[""])
metrics = pd.read_csv(folder / "metrics.csv", **csv)
zones = pd.read_csv(folder / "zones.csv", **csv)

# Rows of one table must have been measured alike.
for column in ("tool_version", "settings_sha256", "hand_finder"):
    assert metrics[column].nunique() == 1, f"{column} differs: measure all photos anew"

print("Photos without numbers:", int((metrics["status"] != "measured").sum()), "of", len(metrics))
measured = metrics[metrics["status"] == "measured"].copy()
measured["session"] = measured["session"].astype(int)

# Changes are shares, so logarithms (times 100: hundredths); several photos of a session count as one.
measured["log_roughness"] = 100 * np.log(measured["roughness_index"])
sessions = measured.groupby(["subject", "session"], as_index=False)["log_roughness"].mean()

# 1. Paired: first against last session of each subject.
ordered = sessions.sort_values("session").groupby("subject")["log_roughness"]
difference = ordered.last() - ordered.first()
test = stats.ttest_1samp(difference, 0)
low, high = stats.t.interval(0.95, len(difference) - 1, difference.mean(), stats.sem(difference))
percent = lambda d: 100 * (np.exp(d / 100) - 1)
print(f"Paired, {len(difference)} subjects: {percent(difference.mean()):+.1f} %, "
      f"95 % interval {percent(low):+.1f} to {percent(high):+.1f} %, p = {test.pvalue:.3f}")

# 2. Mixed model: every session, a level of its own for each subject.
model = smf.mixedlm("log_roughness ~ session", sessions, groups=sessions["subject"]).fit(method="powell")
low, high = model.conf_int().loc["session"]
print(f"Mixed model, {len(sessions)} sessions: {percent(model.params['session']):+.1f} % a session, "
      f"95 % interval {percent(low):+.1f} to {percent(high):+.1f} %")

# 3. The long table says why a cell is empty.
missing = zones[zones["value"].isna() & (zones["zone"] == "dorsum")]
print(missing.groupby(["metric", "not_measured_reason"]).size().to_string() if len(missing) else "Nothing is missing.")
