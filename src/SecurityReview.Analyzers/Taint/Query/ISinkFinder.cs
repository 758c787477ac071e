using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.Taint.Query;

/// <summary>How a rule finds its sinks: for the search for wrappers, which looks for them without a driver that walks the code.</summary>
internal interface ISinkFinder
{
    /// <summary>The kind of sinks, as the models write it.</summary>
    string Kind { get; }

    /// <summary>The names that stand in the code wherever there is a sink: of methods, properties, created types.</summary>
    IEnumerable<string> Names { get; }

    /// <summary>The values that an operation hands to a sink.</summary>
    IEnumerable<IOperation> ValuesIn(IOperation operation);
}
