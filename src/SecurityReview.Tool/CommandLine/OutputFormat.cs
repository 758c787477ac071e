namespace SecurityReview.Tool.CommandLine;

/// <summary>How the review is written.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Sarif,
}
