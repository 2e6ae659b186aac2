#!/bin/sh
# Run once by the image of Postgres, when its data folder is empty.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --quiet --file=/run/secrets/roles-sql
