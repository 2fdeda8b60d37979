"""One run of the transform: sign in, check, lock, dbt, metrics, alert.

A laptop, continuous integration and the container all run `python -m transform` in the folder of the dbt project.
"""
