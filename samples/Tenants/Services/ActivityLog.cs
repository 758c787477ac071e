using System.Collections.Concurrent;

namespace Tenants.Services;

/// <summary>When each user was last here; one for all requests.</summary>
public class ActivityLog
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _lastSeen = new();

    public void Note(string userId) => _lastSeen[userId] = DateTimeOffset.UtcNow;

    public DateTimeOffset? LastSeen(string userId) => _lastSeen.TryGetValue(userId, out var time) ? time : null;
}
