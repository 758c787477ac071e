namespace SecurityReview.Tool.CommandLine;

/// <summary>What the exit code of the command means.</summary>
internal static class ExitCodes
{
    /// <summary>Everything was analysed; nothing at or above the threshold.</summary>
    public const int Clean = 0;

    /// <summary>Everything was analysed; findings at or above the threshold.</summary>
    public const int Findings = 1;

    /// <summary>Something could not be analysed, or the command line was not understood.</summary>
    public const int CouldNotAnalyse = 2;

    /// <summary>The user ended the review: the usual code for an interrupted program.</summary>
    public const int Cancelled = 130;
}
