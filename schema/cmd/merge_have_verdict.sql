SELECT verdict, reason, author FROM verdict WHERE fingerprint = :fingerprint;
