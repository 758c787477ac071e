namespace Tenants.Data;

/// <summary>A question of a customer to the help desk.</summary>
public class Ticket
{
    public int Id { get; set; }

    public Guid TenantId { get; set; }

    public string CreatedById { get; set; } = "";

    public string Subject { get; set; } = "";

    public TicketState State { get; set; }

    public string? AssigneeId { get; set; }

    public List<TicketComment> Comments { get; } = [];

    public void Close() => State = TicketState.Closed;
}

public enum TicketState
{
    Open,
    Waiting,
    Closed,
}

public class TicketComment
{
    public int Id { get; set; }

    public int TicketId { get; set; }

    public Ticket Ticket { get; set; } = null!;

    public string AuthorId { get; set; } = "";

    public string Text { get; set; } = "";
}

public class Attachment
{
    public int Id { get; set; }

    public int TicketId { get; set; }

    public Ticket Ticket { get; set; } = null!;

    public string FileName { get; set; } = "";

    public byte[] Content { get; set; } = [];
}

/// <summary>What several people work on.</summary>
public class Project
{
    public int Id { get; set; }

    public string OwnerId { get; set; } = "";

    public string Name { get; set; } = "";

    public bool IsArchived { get; set; }

    public List<ProjectMember> Members { get; } = [];

    public List<Milestone> Milestones { get; } = [];
}

public class ProjectMember
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public string UserId { get; set; } = "";

    public bool CanEdit { get; set; }
}

public class Milestone
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public Project Project { get; set; } = null!;

    public string Name { get; set; } = "";

    public DateOnly Due { get; set; }
}

/// <summary>What a tenant owes: the model filters it by tenant.</summary>
public class Invoice
{
    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public string Number { get; set; } = "";

    public decimal Amount { get; set; }

    public bool IsPaid { get; set; }
}

/// <summary>A text of one user.</summary>
public class Note
{
    public int Id { get; set; }

    public string UserId { get; set; } = "";

    public string Text { get; set; } = "";

    public bool IsPinned { get; set; }
}

/// <summary>A file of one user, on pages.</summary>
public class Document
{
    public int Id { get; set; }

    public string OwnerId { get; set; } = "";

    public string Title { get; set; } = "";

    public string Body { get; set; } = "";
}

/// <summary>A key for programs of a user.</summary>
public class AccessKey
{
    public Guid Id { get; set; }

    public string UserId { get; set; } = "";

    public string Label { get; set; } = "";

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A report, read by hand-written SQL.</summary>
public class Report
{
    public int Id { get; set; }

    public Guid TenantId { get; set; }

    public string Title { get; set; } = "";

    public string Content { get; set; } = "";
}

/// <summary>An article of the help pages: everybody reads it.</summary>
public class Article
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public string Body { get; set; } = "";

    public string CreatedBy { get; set; } = "";

    public string ModifiedBy { get; set; } = "";
}

/// <summary>Somebody with an account.</summary>
public class AppUser
{
    public string Id { get; set; } = "";

    public Guid TenantId { get; set; }

    public string DisplayName { get; set; } = "";

    public string Email { get; set; } = "";

    public string PasswordHash { get; set; } = "";

    public string Role { get; set; } = "member";

    public bool IsAdmin { get; set; }
}

/// <summary>What agents tell everybody; it is nobody's.</summary>
public class Announcement
{
    public int Id { get; set; }

    public string Text { get; set; } = "";
}

/// <summary>A file that was sent in; guests send some too, and those are nobody's.</summary>
public class Upload
{
    public int Id { get; set; }

    public string? OwnerId { get; set; }

    public string Name { get; set; } = "";
}
