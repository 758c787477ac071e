namespace SecurityReview.Analyzers.Options;

/// <summary>Whose data is untrusted.</summary>
public enum ThreatModel
{
    /// <summary>Remote callers: requests, uploads, messages.</summary>
    Remote,

    /// <summary>The answers of other servers.</summary>
    Response,

    /// <summary>Console, arguments, environment, configuration, files.</summary>
    Local,

    /// <summary>What the database holds (second order).</summary>
    Database,
}
