"""The settings a stack gives the function, with nothing behind them."""

SETTINGS = {
    "LAMBDA_TASK_ROOT": "/var/task",
    "LD_LIBRARY_PATH": "/lib64:/usr/lib64:/var/runtime:/var/task:/var/task/lib:/opt/lib",
    "AWS_REGION": "eu-west-1",
    "AWS_ACCESS_KEY_ID": "AKIAEXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "example",
    "BUCKET": "lake",
    "DATASETS": "sales,stores",
    "INBOX_PREFIX": "inbox/",
    "HISTORY_PREFIX": "history/",
    "ALERT_TOPIC_ARN": "arn:aws:sns:eu-west-1:123456789012:alerts",
    "SNOWFLAKE_SECRET": "key",
    "SNOWFLAKE_ACCOUNT": "ORG-ACCOUNT",
    "SNOWFLAKE_USER": "U",
    "SNOWFLAKE_ROLE": "R",
    "SNOWFLAKE_WAREHOUSE": "W",
    "SNOWFLAKE_DATABASE": "D",
    "SNOWFLAKE_SCHEMA": "S",
    "SNOWFLAKE_STAGE": "INBOX",
    "SNOWFLAKE_FILE_FORMAT": "F",
}
