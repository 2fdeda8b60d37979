"""The AWS half of the retail pipeline as an AWS CDK app: what somebody would write who wants the same resources.

The same settings where the constructs have them: keys, retention, dead letters, alarm, least privilege. It writes no
Snowflake statements and checks no rules, both of which the other side does.
"""

from __future__ import annotations

import sys

import aws_cdk as cdk
from aws_cdk import (
    Duration,
    RemovalPolicy,
    aws_cloudwatch as cloudwatch,
    aws_cloudwatch_actions as actions,
    aws_iam as iam,
    aws_kms as kms,
    aws_lambda as lambda_,
    aws_lambda_event_sources as sources,
    aws_logs as logs,
    aws_s3 as s3,
    aws_s3_notifications as notifications,
    aws_secretsmanager as secrets,
    aws_sns as sns,
    aws_sns_subscriptions as subscriptions,
    aws_sqs as sqs,
)

TIMEOUT = Duration.seconds(120)


class RetailPipeline(cdk.Stack):
    """Bucket, queue, function, alerts and the role that Snowflake reads as."""

    def __init__(self, scope: cdk.App, name: str) -> None:
        super().__init__(scope, name, env=cdk.Environment(account="222222222222", region="eu-west-1"))
        key = kms.Key(self, "DataKey", enable_key_rotation=True, removal_policy=RemovalPolicy.RETAIN)
        alerts = sns.Topic(self, "Alerts", master_key=key, enforce_ssl=True)
        alerts.add_subscription(subscriptions.EmailSubscription("data-alerts@example.com"))
        letters = sqs.Queue(
            self, "DeadLetters", encryption_master_key=key, enforce_ssl=True, retention_period=Duration.days(14)
        )
        arrivals = sqs.Queue(
            self, "Arrivals", encryption_master_key=key, enforce_ssl=True, retention_period=Duration.days(14),
            visibility_timeout=Duration.seconds(720),
            dead_letter_queue=sqs.DeadLetterQueue(max_receive_count=5, queue=letters),
        )  # fmt: skip
        alarm = cloudwatch.Alarm(
            self, "DeadLettersAlarm", threshold=1, evaluation_periods=1,
            metric=letters.metric_approximate_number_of_messages_visible(),
        )  # fmt: skip
        alarm.add_alarm_action(actions.SnsAction(alerts))
        lake = s3.Bucket(
            self, "DataLake", bucket_name="retail-prod-lake-222222222222", encryption_key=key, enforce_ssl=True,
            versioned=True, block_public_access=s3.BlockPublicAccess.BLOCK_ALL, removal_policy=RemovalPolicy.RETAIN,
        )  # fmt: skip
        lake.add_event_notification(
            s3.EventType.OBJECT_CREATED, notifications.SqsDestination(arrivals), s3.NotificationKeyFilter(prefix="inbox/")
        )
        ingest_key = secrets.Secret(self, "IngestKey", encryption_key=key)
        secrets.Secret(self, "TransformKey", encryption_key=key)
        group = logs.LogGroup(self, "IngestLog", encryption_key=key, retention=logs.RetentionDays.ONE_YEAR)
        ingest = lambda_.Function(
            self, "Ingest", runtime=lambda_.Runtime.PROVIDED_AL2023, architecture=lambda_.Architecture.X86_64,
            handler="bootstrap", timeout=TIMEOUT, memory_size=512, log_group=group, environment_encryption=key,
            code=lambda_.Code.from_bucket(s3.Bucket.from_bucket_name(self, "Assets", "assets"), "ingest.zip"),
            environment={
                "BUCKET": lake.bucket_name, "ALERT_TOPIC_ARN": alerts.topic_arn, "QUEUE_URL": arrivals.queue_url,
                "SNOWFLAKE_SECRET": ingest_key.secret_arn, "INBOX_PREFIX": "inbox/", "HISTORY_PREFIX": "history/",
            },
        )  # fmt: skip
        ingest.add_event_source(sources.SqsEventSource(arrivals, batch_size=10, report_batch_item_failures=True))
        lake.grant_read(ingest, "inbox/*")
        lake.grant_delete(ingest, "inbox/*")
        lake.grant_put(ingest, "history/*")
        alerts.grant_publish(ingest)
        ingest_key.grant_read(ingest)
        access = iam.Role(
            self, "SnowflakeAccess", role_name="retail-prod-snowflake-access", external_ids=["given-by-snowflake"],
            assumed_by=iam.ArnPrincipal("arn:aws:iam::999999999999:user/snowflake"),
        )  # fmt: skip
        lake.grant_read(access, "inbox/*")
        cdk.CfnOutput(self, "InboxBucket", value=lake.bucket_name)
        cdk.CfnOutput(self, "AlertTopicArn", value=alerts.topic_arn)


app = cdk.App(outdir=sys.argv[1])
RetailPipeline(app, "retail-pipeline-prod")
app.synth()
