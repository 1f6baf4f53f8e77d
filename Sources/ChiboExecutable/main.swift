print("chibo")
