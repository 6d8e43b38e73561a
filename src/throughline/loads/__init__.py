"""What has been received: the spool, the load log, and which snapshot is current."""
