# The crossover as pandas has it: crossover.py FILE SHORT LONG
import sys
import pandas as pd
s, l = int(sys.argv[2]), int(sys.argv[3])
data = pd.read_csv(sys.argv[1])
data["short"] = data["Price"].rolling(s, min_periods=1).mean()
data["long"] = data["Price"].rolling(l, min_periods=1).mean()
data["signal"] = ((data["short"] > data["long"]) & (data.index >= s)).astype(float)
data["position"] = data["signal"].diff()
data[["signal", "position"]].to_csv(sys.stdout, index=False)
