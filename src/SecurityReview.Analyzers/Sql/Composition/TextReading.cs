namespace SecurityReview.Analyzers.Sql.Composition;

/// <summary>How much of the code around a text is read.</summary>
internal enum TextReading
{
    /// <summary>One text, as it is put together in straight-line code.</summary>
    Straight,

    /// <summary>
    /// Also texts of which one is chosen: the branches of a condition, the arms of a switch. They are read one after the other, and each must be whole
    /// in itself: enough to repair every one of them.
    /// </summary>
    Alternatives,

    /// <summary>
    /// Also steps that run several times, or whose order is not certain, as if each ran once where it stands: enough to say where the holes are, never
    /// for a repair.
    /// </summary>
    Lenient,
}
