using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SecurityReview.Analyzers.ExceptionHandling.Logging;

/// <summary>A call that writes to a log.</summary>
/// <param name="Values">What stands in the log: texts, templates, arguments, properties; elements of parameter arrays one by one.</param>
/// <param name="Template">The message template among them; null where the call has none.</param>
internal sealed record LogCall(ImmutableArray<IOperation> Values, IOperation? Template);
