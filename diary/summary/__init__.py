"""Records and charts become the PDF for an appointment. No Qt."""
