#!/bin/sh
# The same exhibits by the ordinary tools: img2pdf for pictures, qpdf to join, and a page of numbers laid over each.
# $1 folder, $2 list of pictures (one a line), $3 list of PDFs (one a line), $4 the sheets with numbers.
set -eu
cd "$1"
tr '\n' '\0' < "$2" | xargs -0 img2pdf --pagesize A4 -o img.pdf
qpdf --empty --pages img.pdf $(cat "$3") -- joined.pdf
qpdf joined.pdf --overlay "$4" --to=1-z --from= --repeat=1-z -- numbered.pdf
sha256sum numbered.pdf > /dev/null
rm img.pdf joined.pdf numbered.pdf
