"""What the pages compute: values in, values out."""
