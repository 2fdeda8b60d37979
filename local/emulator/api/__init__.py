"""The two protocols: SQL API v2 and the drivers' own."""
